/** What is shown of time, the queue, the sleep timer and the bookmarks while something is heard. */
import { Bookmark, BookmarkCheck, ChevronDown, ChevronUp, GripVertical, ListVideo, Moon, Trash } from 'lucide';
import { addIcons } from './components/app-icon.ts';
import './components/article-menu.ts';
import './components/listening-bar.ts';
import './components/time-bar.ts';

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
