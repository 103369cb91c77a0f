-- A file without a class differs from one whose pipeline says UNKNOWN.
ALTER TABLE {check}.spec_check
    MODIFY COLUMN spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NULL;
