// Every story is a test: one that axe finds fault with fails.
export default {
  parameters: {
    a11y: { test: 'error' },
  },
};
