/* What the pages with lists of patterns hold. */
import { findAll, readBlock } from "./dom.js";
import { setUpLists } from "./home.js";
import { setUpKeeping } from "./keeping.js";
import { onStart } from "./pages.js";

onStart(() => setUpKeeping(setUpLists(findAll(".library-data").map(readBlock))));
