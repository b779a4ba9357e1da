import { UPDATE } from './scenarios.ts';
import { testTable } from './suite.ts';

testTable('update.txt', UPDATE, ({ fault }) => fault.fault !== 'created-by-somebody-else');
