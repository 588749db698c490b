/** What is shown of the queue, the sleep timer and the bookmarks while something is heard. */
import { Bookmark, BookmarkCheck, ChevronDown, ChevronUp, GripVertical, ListVideo, Moon } from 'lucide';
import { addIcons } from './components/app-icon.ts';
import './components/article-menu.ts';
import './components/listening-bar.ts';

addIcons({
  bookmark: Bookmark,
  down: ChevronDown,
  grip: GripVertical,
  kept: BookmarkCheck,
  queue: ListVideo,
  sleep: Moon,
  up: ChevronUp,
});
