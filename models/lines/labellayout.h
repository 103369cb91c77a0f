#pragma once

#include <vector>

/// A label that wants to stand centred over a position.
struct LabelWish
{
    double x = 0; ///< Wished centre, pixels
    double width = 0; ///< Pixels
    int importance = 0; ///< 0 placed first
};

struct LabelPlace
{
    int row = -1; ///< -1: no room, not shown
    double left = 0; ///< Pixels
    bool isShown() const { return row >= 0; }
};

/// Room for labels.
struct LabelRoom
{
    double left = 0; ///< Pixels
    double right = 0;
    int rows = 2;
    double gap = 6; ///< Smallest distance between two labels of a row, pixels
};

/// Places labels so that none overlap: the important first, each in the lowest free row, shifted a little into
/// the room at its ends. The order is by importance, then by the order given, never by position,
/// so that a label keeps its claim while a redshift moves all of them.
std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, const LabelRoom& room);
