#pragma once

#include <vector>

/// A label that wants to stand centred over its mark.
struct LabelWish
{
    double x = 0; ///< The mark, pixels
    double width = 0; ///< Pixels
    int importance = 0; ///< 0 placed first
};

struct LabelPlace
{
    int row = -1; ///< 0: nearest to the marks; -1: no room, not shown
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

/// Places labels so that none overlap and no mark that reaches up to its label in an outer row runs through a
/// label of an inner one. The important come first, in the lowest row that is free; labels are pushed inside
/// the room at its ends. The order is by importance, then as given, never by position, so that a label keeps
/// its claim while a redshift moves all of them. Marks outside the room get no label.
std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, const LabelRoom& room);
