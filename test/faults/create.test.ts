import { CREATE } from './scenarios.ts';
import { testTable } from './suite.ts';

testTable('create.txt', CREATE, ({ fault }) => fault.fault !== 'changed-by-somebody-else');
