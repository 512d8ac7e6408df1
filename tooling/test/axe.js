// The accessibility checker of the browser tests.
export { default } from 'axe-core';
