// Starts the lab of a bare page. `?theme=light` or `?theme=dark` decides what else the system does.
import 'virtual:page-tokens.css';
import '../.vitepress/theme/styles/base.css';
import '../labs/lab.css';
import './embed.css';
import { openAddress } from '../labs/link.js';
import { openLab } from '../labs/open-lab.js';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

const main = document.querySelector<HTMLElement>('[data-lab]')!;
const place = main.querySelector<HTMLElement>('.lab-place')!;
// Nobody leaves a bare page but by closing it.
const never = new AbortController().signal;
const lab = main.dataset['lab']!;

const noteOf = (text: string, error: unknown): HTMLElement => {
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.textContent = `${text} ${error instanceof Error ? error.message : String(error)}`;
  return note;
};

const linkNote = document.createElement('div');
function openLink(): void {
  linkNote.remove();
  try {
    openAddress(lab, place);
  } catch (error) {
    linkNote.replaceChildren(
      noteOf('What the link says could not be restored; the lab is as it was.', error),
    );
    place.before(linkNote);
  }
}

try {
  await openLab(lab, document.querySelector('template')!.content, place, never);
  openLink();
  // A link may be pasted into the address of the lab that is open.
  addEventListener('hashchange', openLink);
} catch (error) {
  place.replaceChildren(noteOf('The lab could not be started.', error));
  place.removeAttribute('aria-busy');
}
