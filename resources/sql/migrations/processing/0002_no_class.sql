-- A file without a class differs from one whose pipeline says UNKNOWN.
ALTER TABLE {processing}.spec_info
    MODIFY COLUMN spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NULL;
