/// The page of the production: its people, its places, use cases, policy, consents and anchors.
/// Start with [ProductionView].
package studio.backlot.ui.production;
