/** Pages, dialogs and the opening of files, which most visits do without, in one piece. */
import { FileText, Pencil } from 'lucide';
import { addIcons } from './components/app-icon.ts';
import './components/save-audio.ts';
import './components/word-dialog.ts';
import './pages/about-page.ts';
import './pages/add-page.ts';
import './pages/bookmarks-page.ts';
import './pages/lexicon-page.ts';
import './pages/look-page.ts';
import './pages/not-found-page.ts';
import './pages/queue-page.ts';
import './pages/sources-page.ts';
import './pages/voices-page.ts';
export { takeFile } from './take-file.ts';

addIcons({ edit: Pencil, file: FileText });
