import type { Pool } from 'pg';
import { ownerDoes } from '#libs/testing';

/** A division: the finance bureau above a department above two units, and persons with the ids the examples use. */
export async function aDivision(pool: Pool): Promise<void> {
  await pool.query(`insert into registry.fiscal_division (code, name) values ('431225', '会同县')`);
  await pool.query(`
    insert into registry.unit (id, code, name, division_code, parent_id, kind) values
      ('finance', '001', '会同县财政局', '431225', null, 'finance'),
      ('department', '117', '会同县人力资源和社会保障局', '431225', 'finance', 'department'),
      ('centre', '117003', '会同县工伤保险服务中心', '431225', 'department', 'unit'),
      ('other', '118001', '会同县图书馆', '431225', 'finance', 'unit')`);
  await pool.query(`
    insert into registry.person (id, name)
    select id, id from unnest(array['yang', 'wu', 'lin', 'su', 'long', 'liang', 'shi', 'huang', 'seconded']) as id`);
  await ownerDoes(
    pool,
    `insert into registry.membership (person_id, unit_id, kind, from_date) values
      ('seconded', 'centre', 'seconded', '2020-01-01')`,
  );
}
