/** Everything that the list of articles can be shown without. */
import './components/player-bar.ts';
import './components/toast-bar.ts';
import './pages/add-page.ts';
import './pages/not-found-page.ts';
import './pages/reader-page.ts';
