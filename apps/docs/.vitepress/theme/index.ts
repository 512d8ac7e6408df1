// The theme: one layout and its style sheets. Elements are registered by the pages that use them, in the
// browser only.
import type { Theme } from 'vitepress';
import Layout from './Layout.vue';
import './styles/base.css';
import './styles/prose.css';
import '../../labs/lab.css';

export default { Layout } satisfies Theme;
