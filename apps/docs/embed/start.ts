// Starts the lab of a bare page. `?theme=light` or `?theme=dark` decides what else the system does.
import 'virtual:page-tokens.css';
import '../.vitepress/theme/styles/base.css';
import '../labs/lab.css';
import './embed.css';
import { openLab } from '../labs/open-lab.js';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

const main = document.querySelector<HTMLElement>('[data-lab]')!;
const place = main.querySelector<HTMLElement>('.lab-place')!;
// Nobody leaves a bare page but by closing it.
const never = new AbortController().signal;
openLab(main.dataset['lab']!, document.querySelector('template')!.content, place, never).catch(
  (error: unknown) => {
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.textContent = `The lab could not be started. ${error instanceof Error ? error.message : String(error)}`;
    place.replaceChildren(note);
  },
);
