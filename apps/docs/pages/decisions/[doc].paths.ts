import { repositoryDocs } from '../../.vitepress/repository-docs.js';

export default { paths: () => repositoryDocs('decisions') };
