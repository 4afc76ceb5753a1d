/**
 * The live part of the pages of grades: everything that they show is there without it.
 */
import { switchLanguages } from '../../client/language';
import { sortTables } from './sort-tables';

switchLanguages(document);
sortTables(document);
