/** Everything that the list of articles can be shown without. */
import './components/player-bar.ts';
import './components/toast-bar.ts';
import './pages/reader-page.ts';
