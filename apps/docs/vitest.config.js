export { default } from '../../tooling/test/node.js';
