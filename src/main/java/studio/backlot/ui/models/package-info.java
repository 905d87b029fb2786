/// The page of model packs: what is installed, what each makes, its licence, and what is wrong with
/// it.
package studio.backlot.ui.models;
