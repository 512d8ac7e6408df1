/** What a visitor may do in the lab, on what was shown last. */
import { channelWithin, properGroups } from './channel-modes.js';
import type { ChannelMode } from './channel-modes.js';
import type { CellChoice } from './cell-choice.js';
import type { Chip } from './chips.js';
import type { KernelBook, KernelHost } from './kernel-book.js';
import { KernelEditing } from './kernel-editing.js';
import type { Cell, LabChange, Refused } from './lab.js';
import type { Shown } from './lab-sources.js';
import type { LearnedEdits } from './learned-edits.js';
import { sampleImage } from './samples.js';
import type { LabImage } from './source.js';

/** The element, as far as it is set from here. */
export interface LabHost extends KernelHost {
  channel: number;
  groups: number;
  padding: number;
}

export class LabActions {
  readonly #host: LabHost;
  readonly #book: KernelBook;
  readonly #choice: CellChoice;
  readonly #edits: LearnedEdits;
  readonly #refuse: (refused: Refused | undefined) => void;
  /** Kept: a drag begins before a render and ends after it. */
  readonly #editing = new Map<number, KernelEditing>();
  #shown: Shown | undefined;
  #image: LabImage | undefined;

  constructor(
    host: LabHost,
    book: KernelBook,
    choice: CellChoice,
    edits: LearnedEdits,
    refuse: (refused: Refused | undefined) => void,
  ) {
    this.#host = host;
    this.#book = book;
    this.#choice = choice;
    this.#edits = edits;
    this.#refuse = refuse;
  }

  see(shown: Shown, image: LabImage): void {
    this.#shown = shown;
    this.#image = image;
  }

  /** What was shown last; undefined before the first time. */
  get shown(): Shown | undefined {
    return this.#shown;
  }

  get channels(): number {
    return this.#image?.channels ?? 1;
  }

  readonly set = (change: LabChange): void => {
    Object.assign(this.#host, change);
    if (change.editsNetwork) this.#tell();
  };

  /** A sample that cannot show a mode makes room for one that can; a given picture stays. */
  readonly setMode = (mode: ChannelMode): void => {
    const canShow = (channels: number): boolean =>
      mode === 'groups' ? properGroups(channels).length > 0 : mode === 'one' || channels > 1;
    const takesOther = this.#shown?.pictures.chosen !== 'given' && !canShow(this.channels);
    const picture = mode === 'groups' ? 'maps' : 'colour';
    const possible = properGroups(takesOther ? sampleImage(picture).shape[2] : this.channels);
    const { groups } = this.#host;
    this.set({
      mode,
      groups: possible.includes(groups) ? groups : (possible[0] ?? groups),
      ...(takesOther && { picture }),
    });
  };

  readonly take = (chip: Chip): void => {
    if (!this.#book.take(chip, this.#channel, this.channels)) return;
    if (chip.learned) this.#host.padding = chip.learned.padding;
    this.#changed();
  };

  readonly share = (isShared: boolean): void => {
    if (this.#book.share(isShared, this.#channel, this.channels)) this.#changed();
  };

  readonly resize = (height: number, width: number): void => {
    if (this.#book.resize(this.#channel, height, width)) this.#changed();
  };

  readonly setBias = (bias: number): void => {
    if (this.#book.setBias(bias, this.#channel)) this.#changed();
  };

  /** Of the kernel of one plane. */
  readonly editingOf = (plane: number): KernelEditing => {
    let editing = this.#editing.get(plane);
    if (!editing) this.#editing.set(plane, (editing = this.#makeEditing(plane)));
    return editing;
  };

  readonly point = (cell: Cell, plane: number): void => {
    if (this.#choice.point(cell)) this.#look(plane);
  };

  readonly drag = (cell: Cell, plane: number): void => {
    this.#look(plane);
    this.#choice.drag(cell);
  };

  readonly pin = (cell: Cell, plane: number): void => {
    this.#look(plane);
    this.#choice.pin(cell);
  };

  readonly walk = (by: number): void => this.#choice.walk(by);
  readonly goTo = (index: number): void => this.#choice.goTo(index);
  readonly togglePlaying = (): void => this.#choice.togglePlaying();
  readonly onKey = (event: KeyboardEvent): void => this.#choice.onKey(event);

  #makeEditing(plane: number): KernelEditing {
    return new KernelEditing({
      weightOf: ([row, column]) => this.#book.of(this.channels)[this.#channelOf(plane)]![row]![column]!,
      set: (cell, weight) => {
        this.#look(plane);
        if (this.#book.edit(this.#channelOf(plane), this.channels, cell, weight)) this.#changed();
      },
      refuse: ([row, column], text) => {
        this.#look(plane);
        this.#refuse({ key: `${row} ${column}`, text });
      },
    });
  }

  get #channel(): number {
    return channelWithin(this.#host.channel, this.channels);
  }

  #channelOf(plane: number): number {
    return (this.#image?.first ?? 0) + plane;
  }

  #look(plane: number): void {
    if (this.#image && this.#image.planes.length > 1) this.#host.channel = this.#channelOf(plane);
  }

  #changed(): void {
    this.#refuse(undefined);
    this.#tell();
  }

  #tell(): void {
    if (!this.#shown) return;
    this.#edits.tell(this.#shown, this.#book.origin, this.#book.of(this.channels), this.#host.bias);
  }
}
