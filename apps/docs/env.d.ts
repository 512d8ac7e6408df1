// Vue files are checked by the build, not by tsc: to it each is some component.
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent;
  export default component;
}
// Made by the build of the bare pages.
declare module 'virtual:page-tokens.css';
