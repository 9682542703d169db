import 'reflect-metadata';
import { afterAll } from 'vitest';
import { keepTime } from './time.js';

// Files that share a process share its time.
afterAll(keepTime);
