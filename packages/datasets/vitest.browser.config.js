export { default } from '../../tooling/test/browser.js';
