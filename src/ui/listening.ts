/**
 * What is shown while something is heard: the player's controls, the queue, the sleep timer and the bookmarks; and the
 * pictures of the article.
 */
import { Bookmark, BookmarkCheck, ChevronDown, ChevronUp, GripVertical, ListVideo, Moon, Trash } from 'lucide';
import { addIcons } from './components/app-icon.ts';
import './components/article-menu.ts';
import './components/article-picture.ts';
import './components/listening-bar.ts';
import './components/player-controls.ts';
import './components/player-notice.ts';

addIcons({
  bookmark: Bookmark,
  down: ChevronDown,
  grip: GripVertical,
  kept: BookmarkCheck,
  queue: ListVideo,
  remove: Trash,
  sleep: Moon,
  up: ChevronUp,
});
