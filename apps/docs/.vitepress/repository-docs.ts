// The pages of the repository's `docs/` folder, shown on the site as they are: same names, same links.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../../../docs', import.meta.url));

export interface RepositoryDoc {
  readonly params: { readonly doc: string };
  readonly content: string;
}

/** One route for each Markdown file of `docs/<folder>`; a README becomes the folder's index. */
export function repositoryDocs(folder: string): readonly RepositoryDoc[] {
  return readdirSync(join(docs, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({
      params: { doc: file === 'README.md' ? 'index' : file.slice(0, -'.md'.length) },
      content: readFileSync(join(docs, folder, file), 'utf8'),
    }));
}
