// list.mjs FOLDER: lists a repository's files through the library and prints how many there are.
import { openRepository } from "@caio/repo-model/git";

const { files } = await openRepository(process.argv[2]);
console.log((await files.list()).length);
