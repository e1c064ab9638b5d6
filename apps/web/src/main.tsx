import { createRoot } from 'react-dom/client';
import { Root } from './app/root.js';
import { beginToSpeak } from './texts/language.js';
import './ui/style.css';
import './ui/print.css';

await beginToSpeak();
createRoot(document.getElementById('root')!).render(<Root />);
