import { PULL } from './scenarios.ts';
import { testTable } from './suite.ts';

testTable('pull.txt', PULL, ({ fault }) => fault.fault !== 'created-by-somebody-else');
