-- What the general catalogue knows of the stars just measured.
UPDATE {product}.next_mstellar AS a JOIN {product}.next_catalogue AS c ON c.obsid = a.obsid
SET a.uid = c.uid, a.gp_id = c.gp_id, a.designation = c.designation, a.obsdate = c.obsdate, a.lmjd = c.lmjd, a.mjd = c.mjd,
       a.planid = c.planid, a.spid = c.spid, a.fiberid = c.fiberid, a.ra_obs = c.ra_obs, a.dec_obs = c.dec_obs, a.snru = c.snru,
       a.snrg = c.snrg, a.snrr = c.snrr, a.snri = c.snri, a.snrz = c.snrz, a.`class` = c.`class`, a.subclass = c.subclass, a.z =
       c.z, a.z_err = c.z_err, a.ps_id = c.ps_id, a.mag_ps_g = c.mag_ps_g, a.mag_ps_r = c.mag_ps_r, a.mag_ps_i = c.mag_ps_i,
       a.mag_ps_z = c.mag_ps_z, a.mag_ps_y = c.mag_ps_y, a.gaia_source_id = c.gaia_source_id, a.gaia_g_mean_mag = c.gaia_g_mean_mag,
       a.tsource = c.tsource, a.tfrom = c.tfrom, a.tcomment = c.tcomment, a.fibertype = c.fibertype, a.`offset` = c.`offset`,
       a.offset_v = c.offset_v, a.ra = c.ra, a.`dec` = c.`dec`
WHERE a.obsid >= :from AND a.obsid < :before
