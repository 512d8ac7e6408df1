export { default } from '../test/node.js';
