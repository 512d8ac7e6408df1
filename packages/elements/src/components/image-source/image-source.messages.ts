/** Every word that `<cnn-image-source>` says. */
import { common } from '../../messages/common.js';
import type { CommonMessages } from '../../messages/common.js';
import type { MessageTables } from '../../messages/language.js';
import type { CameraProblem } from './camera.js';
import type { Invert } from './network-input.js';
import type { SampleName } from './samples.js';
import type { Way } from './ways.js';

/** What a picture that was refused is, in a visitor's words. */
export type RefusalKind = 'tooLarge' | 'broken' | 'notAnImage' | 'other';

/** Numbers come as they are written in the table's language. */
export interface ImageSourceMessages extends CommonMessages {
  readonly label: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly privacy: string;
  readonly sampleNames: Readonly<Record<SampleName, string>>;
  readonly samples: string;
  readonly sample: (number: string) => string;
  readonly badSample: (number: string) => string;
  readonly noSamples: string;
  readonly choose: string;
  readonly dropHint: string;
  readonly formats: string;
  readonly dropHere: string;
  readonly reading: (name: string) => string;
  readonly refusals: Readonly<Record<RefusalKind, (size: string) => string>>;
  readonly kept: string;
  readonly firstFile: (name: string, count: string) => string;
  readonly camera: string;
  readonly cameraHint: string;
  readonly startCamera: string;
  readonly stopCamera: string;
  readonly asking: string;
  readonly cancel: string;
  readonly still: string;
  readonly live: string;
  readonly tryAgain: string;
  readonly cameraProblems: Readonly<Record<CameraProblem, (reason: string) => string>>;
  readonly cameraOn: string;
  readonly cameraOff: string;
  readonly fromCamera: string;
  readonly drawing: string;
  readonly given: string;
  /** What a link leaves out. */
  readonly omitted: string;
  readonly nothing: string;
  readonly size: (height: string, width: string, channels: string) => string;
  /** The picture and its size in one sentence. */
  readonly taken: (name: string, size: string) => string;
  readonly prevented: string;
  readonly middle: (side: string) => string;
  readonly photo: string;
  readonly grey: string;
  readonly withMean: (mean: string) => string;
  readonly inverted: string;
  readonly asItIs: string;
  readonly inkOnPaper: string;
  readonly seen: string;
  readonly steps: string;
  readonly invert: string;
  readonly inverts: Readonly<Record<Invert, string>>;
  readonly digitsOnly: string;
  readonly otherShape: (network: string) => string;
  readonly badMaxSize: (received: string, most: string, used: string) => string;
  readonly absentTarget: (id: string) => string;
  readonly noPictureTarget: (id: string) => string;
  readonly illegal: (shape: string, received: string, most: string) => string;
  readonly tableOf: string;
  readonly stepColumns: readonly string[];
  readonly channelColumns: readonly string[];
  readonly channels: readonly string[];
}

export const messages: MessageTables<ImageSourceMessages> = {
  en: {
    ...common,
    label: 'Where the picture comes from',
    ways: { samples: 'Samples', draw: 'Draw', file: 'File', camera: 'Camera' },
    privacy: 'Every picture stays in this page: nothing is uploaded.',
    sampleNames: {
      disc: 'colour disc',
      rings: 'rings',
      bricks: 'bricks',
      zero: 'a 0',
      three: 'a 3',
      four: 'a 4',
      seven: 'a 7',
    },
    samples: 'Pictures to take',
    sample: (number) => `sample ${number}`,
    badSample: (number) =>
      `samples: sample ${number} is no picture. Give [1, height, width, 1 or 3] and one number for each.`,
    noSamples: 'There are no samples here. Draw, choose a file or use the camera.',
    choose: 'Choose a picture',
    dropHint: 'or drop one on this element, or copy one and paste it here.',
    formats: 'PNG, JPEG, WebP, GIF, BMP or AVIF, at most 16 megapixels.',
    dropHere: 'Drop the picture here.',
    reading: (name) => `Reading ${name} …`,
    refusals: {
      tooLarge: (size) => `This picture is too large: ${size} pixels.`,
      broken: () => 'This picture is broken.',
      notAnImage: () => 'This is no picture.',
      other: () => 'This picture was not taken.',
    },
    kept: 'The picture before it is still there.',
    firstFile: (name, count) => `One picture at a time: ${name} of ${count} files.`,
    camera: 'Your camera',
    cameraHint: 'The camera starts only when you press the button.',
    startCamera: 'Start the camera',
    stopCamera: 'Stop the camera',
    asking: 'The browser asks whether this page may use the camera.',
    cancel: 'Cancel',
    still: 'Take a picture',
    live: 'live',
    tryAgain: 'Try again',
    cameraProblems: {
      unavailable: () =>
        'This page may not use a camera: browsers allow it only where an address begins with https. Choose a file.',
      refused: () =>
        'The camera was refused. Allow it for this page, at the address bar of the browser, and try again. A file does as well.',
      none: () => 'There is no camera. Connect one and try again, or choose a file.',
      busy: () =>
        'The camera gives no picture: another program may be using it. Close that program and try again.',
      ended: () => 'The camera has stopped by itself: it was unplugged, or no longer allowed.',
      other: (reason) => `The camera did not start. ${reason}`,
    },
    cameraOn: 'The camera is on.',
    cameraOff: 'The camera is off.',
    fromCamera: 'camera',
    drawing: 'drawing',
    given: 'picture',
    omitted: 'the given picture',
    nothing: 'No picture yet. Take a sample, draw, choose a file or use the camera.',
    size: (height, width, channels) => `${height} × ${width} × ${channels}`,
    taken: (name, size) => `${name}, ${size}`,
    prevented: 'The page did not take this picture.',
    middle: (side) => `middle ${side} × ${side}`,
    photo: 'picture',
    grey: 'grey',
    withMean: (mean) => `mean ${mean}`,
    inverted: 'inverted',
    asItIs: 'as it is',
    inkOnPaper: '1 is ink, 0 is paper',
    seen: 'what the network sees',
    steps: 'From the picture to what the network sees',
    invert: 'invert',
    inverts: { auto: 'automatic, by the mean', yes: 'yes: the ink is dark', no: 'no: the ink is light' },
    digitsOnly:
      'The network was trained on handwritten digits and on nothing else. It takes every picture for a digit: a cat, too, is some digit to it.',
    otherShape: (network) =>
      `The network reads ${network}, and this element makes 28 × 28 × 1: nothing is sent to it.`,
    badMaxSize: (received, most, used) =>
      `max-size: expected a whole number from 1 to ${most}, received ${received}. ${used} is used.`,
    absentTarget: (id) => `targets: expected an element with the id “${id}”, received none. Check the id.`,
    noPictureTarget: (id) =>
      `targets: expected “${id}” to be an element that takes a picture, such as <cnn-pixels>, received another. Take it out of the list.`,
    illegal: (shape, received, most) =>
      `image: expected [1, height, width, 1 or 3] with sides of 1 to ${most} and one number for each, received [${shape}] with ${received}. Say how its numbers are arranged.`,
    tableOf: 'The picture in numbers',
    stepColumns: ['step', 'size', 'mean', 'least', 'most'],
    channelColumns: ['channel', 'size', 'mean', 'least', 'most'],
    channels: ['red', 'green', 'blue'],
  },
};
