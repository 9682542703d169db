import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { playgroundFetcher } from './fetcher.ts';
import { exampleTabs } from './tabs.ts';

createRoot(document.querySelector('#playground')!).render(
  <GraphiQL fetcher={playgroundFetcher} defaultTabs={exampleTabs} defaultEditorToolsVisibility={false}>
    <GraphiQL.Logo>
      claim<em>graph</em>
    </GraphiQL.Logo>
  </GraphiQL>,
);
