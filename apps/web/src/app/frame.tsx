import {
  AlertOutlined,
  ApiOutlined,
  AuditOutlined,
  BankOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  CopyOutlined,
  DashboardOutlined,
  DeleteOutlined,
  EyeOutlined,
  FileSearchOutlined,
  IdcardOutlined,
  MenuOutlined,
  MessageOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  StopOutlined,
  SwapOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Alert, Button, Drawer } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { useCopiedCount, useToDoCount } from '../features/lists/counts.js';
import { NoticesBell } from '../features/notices/notices-bell.js';
import { SearchBox } from '../features/search/search-box.js';
import { ConfirmationDialog } from '../session/confirmation-dialog.js';
import { FactorOffer } from '../session/factor-offer.js';
import { GRANTING, holds, OFFICES, REVIEWING, useSession, WORKING } from '../session/session.js';
import { SessionDialog } from '../session/session-dialog.js';
import { LanguageSwitch } from '../ui/language-switch.js';
import { Loading } from '../ui/loading.js';
import { useOnline } from '../ui/use-online.js';
import { AccountMenu } from './account-menu.js';

/** What stands around every page: menu, notices, language, account. */
export function Frame() {
  const { t } = useTranslation();
  const session = useSession();
  const online = useOnline();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('menu.skip')}
      </a>
      <header className="bar">
        <Button
          className="only-narrow"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('menu.open')}
          onClick={() => setMenuOpen(true)}
        />
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span className="bar-name">{t('product.name')}</span>
        <span className="bar-tagline only-wide">{t('product.tagline')}</span>
        <span className="bar-space" />
        <SearchBox />
        <NoticesBell />
        <LanguageSwitch />
        <AccountMenu session={session} />
      </header>
      <nav className="side only-wide" aria-label={t('menu.label')}>
        <Menu />
      </nav>
      <Drawer placement="left" size={240} open={menuOpen} onClose={() => setMenuOpen(false)} title={t('product.name')}>
        <nav aria-label={t('menu.label')} onClick={() => setMenuOpen(false)} onKeyUp={() => undefined}>
          <Menu />
        </nav>
      </Drawer>
      <main id="content" className="content" tabIndex={-1}>
        {!online && <Alert type="warning" banner title={t('problem.offline')} />}
        <FactorOffer session={session} />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <SessionDialog session={session} />
      <ConfirmationDialog session={session} />
    </div>
  );
}

function Menu() {
  const { t } = useTranslation();
  const session = useSession();
  const working = holds(session, ...WORKING);
  const due = useToDoCount(working);
  const told = useCopiedCount(working);
  const reviewing = holds(session, ...REVIEWING, 'campaign-manager', 'auditor');
  return (
    <>
      {working && (
        <Group title={t('menu.tasks')}>
          <Entry to="/todo" icon={<ClockCircleOutlined />} count={due}>
            {t('menu.todo')}
          </Entry>
          <Entry to="/done" icon={<CheckSquareOutlined />}>
            {t('menu.done')}
          </Entry>
          <Entry to="/initiated" icon={<SendOutlined />}>
            {t('menu.initiated')}
          </Entry>
          <Entry to="/copied" icon={<CopyOutlined />} count={told}>
            {t('menu.copied')}
          </Entry>
        </Group>
      )}
      {(working || holds(session, 'auditor', 'audit-administrator')) && (
        <Group title={t('menu.supervision')}>
          {(working || holds(session, 'auditor')) && (
            <Entry to="/evaluations" icon={<UnorderedListOutlined />}>
              {t('menu.evaluations')}
            </Entry>
          )}
          {reviewing && (
            <Entry to="/findings" icon={<FileSearchOutlined />}>
              {t('menu.findings')}
            </Entry>
          )}
          {holds(session, 'auditor', 'audit-administrator') && (
            <Entry to="/trail" icon={<AuditOutlined />}>
              {t('menu.trail')}
            </Entry>
          )}
          {holds(session, 'auditor', 'audit-administrator') && (
            <Entry to="/administration/break-glass" icon={<AlertOutlined />}>
              {t('breakGlass.title')}
            </Entry>
          )}
          {holds(session, 'auditor', 'campaign-manager') && (
            <Entry to="/dual-review" icon={<SafetyCertificateOutlined />}>
              {t('workbench.dualReview')}
            </Entry>
          )}
          {holds(session, 'auditor') && (
            <Entry to="/erasures" icon={<DeleteOutlined />}>
              {t('workbench.erasures')}
            </Entry>
          )}
          {holds(session, 'auditor', 'campaign-manager') && (
            <Entry to="/indicators" icon={<EyeOutlined />}>
              {t('menu.indicators')}
            </Entry>
          )}
          {reviewing && (
            <Entry to="/schemes" icon={<CalculatorOutlined />}>
              {t('schemes.title')}
            </Entry>
          )}
          {holds(session, ...REVIEWING, 'campaign-manager') && (
            <Entry to="/phrases" icon={<MessageOutlined />}>
              {t('phrases.title')}
            </Entry>
          )}
          {holds(session, ...REVIEWING) && (
            <Entry to="/conflicts" icon={<StopOutlined />}>
              {t('recusal.title')}
            </Entry>
          )}
          {reviewing && (
            <Entry to="/delegations" icon={<SwapOutlined />}>
              {t('delegation.title')}
            </Entry>
          )}
          <Entry to="/calendar" icon={<CalendarOutlined />}>
            {t('menu.calendar')}
          </Entry>
        </Group>
      )}
      {holds(session, 'campaign-manager') && (
        <Group title={t('menu.management')}>
          <Entry to="/campaigns" icon={<NotificationOutlined />}>
            {t('menu.campaigns')}
          </Entry>
          {!holds(session, 'administrator') && (
            <Entry to="/webhooks" icon={<ApiOutlined />}>
              {t('webhook.title')}
            </Entry>
          )}
        </Group>
      )}
      {holds(session, ...OFFICES) && (
        <Group title={t('menu.administration')}>
          {holds(session, 'administrator') && (
            <Entry to="/administration/units" icon={<BankOutlined />}>
              {t('menu.units')}
            </Entry>
          )}
          <Entry to="/administration/persons" icon={<TeamOutlined />}>
            {t('menu.persons')}
          </Entry>
          <Entry to="/administration/accounts" icon={<IdcardOutlined />}>
            {t('menu.accounts')}
          </Entry>
          <Entry to="/administration/grants" icon={<SafetyCertificateOutlined />}>
            {t('grants.title')}
          </Entry>
          {holds(session, ...GRANTING) && (
            <Entry to="/administration/break-glass" icon={<AlertOutlined />}>
              {t('breakGlass.title')}
            </Entry>
          )}
          {holds(session, 'administrator') && (
            <>
              <Entry to="/erasures" icon={<DeleteOutlined />}>
                {t('workbench.erasures')}
              </Entry>
              <Entry to="/administration/work" icon={<DashboardOutlined />}>
                {t('menu.work')}
              </Entry>
              <Entry to="/administration/deliveries" icon={<SendOutlined />}>
                {t('deliveries.title')}
              </Entry>
              <Entry to="/webhooks" icon={<ApiOutlined />}>
                {t('webhook.title')}
              </Entry>
            </>
          )}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="side-group">
      <div className="side-title">{title}</div>
      <ul>{children}</ul>
    </div>
  );
}

function Entry({
  to,
  icon,
  count,
  children,
}: {
  readonly to: string;
  readonly icon: ReactNode;
  readonly count?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <NavLink to={to} className="side-entry">
        <span aria-hidden="true">{icon}</span>
        <span>{children}</span>
        {count && <span className="side-count">{count}</span>}
      </NavLink>
    </li>
  );
}
