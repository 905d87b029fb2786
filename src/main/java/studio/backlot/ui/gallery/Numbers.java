package studio.backlot.ui.gallery;

import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/// The numbers from 0 on, as many as there are rows: what a virtualised control lists, whose cells
/// look their contents up themselves.
final class Numbers extends ObservableListBase<Integer> {
    private int size;

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    /// Makes it another length.
    void resize(int wanted) {
        if (wanted == size) {
            return;
        }
        int before = size;
        beginChange();
        size = wanted;
        if (wanted > before) {
            nextAdd(before, wanted);
        } else {
            nextRemove(wanted, IntStream.range(wanted, before).boxed().toList());
        }
        endChange();
    }
}
