/**
 * The live part of a page: everything that it shows is there without it, but for what takes a closer look.
 */
import { switchLanguages } from './language';

switchLanguages(document);
