import { CONFLICT } from './scenarios.ts';
import { testTable } from './suite.ts';

testTable(
  'conflict.txt',
  CONFLICT,
  ({ fault, name }) => fault.fault !== 'created-by-somebody-else' && name !== 'somebody changes this field',
);
