//! One value for each level.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use crate::level::Level;

/// One `T` per [`Level`], indexed by the level; serialised as a list from junior to expert.
///
/// ```
/// use career_model::{Level, PerLevel};
/// let mut people = PerLevel::<u64>::default();
/// people[Level::Senior] += 3;
/// assert_eq!(people.map(|n| n * 2), PerLevel::from_fn(|level| if level == Level::Senior { 6 } else { 0 }));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerLevel<T>([T; Level::ALL.len()]);

impl<T> PerLevel<T> {
    /// Calls `value` once per level, from junior to expert.
    pub fn from_fn(value: impl FnMut(Level) -> T) -> PerLevel<T> {
        PerLevel(Level::ALL.map(value))
    }

    /// The same, but stops at the first error.
    ///
    /// # Errors
    /// The error of the first level for which `value` fails.
    pub fn try_from_fn<E>(mut value: impl FnMut(Level) -> Result<T, E>) -> Result<PerLevel<T>, E> {
        let [junior, senior, expert] = Level::ALL;
        Ok(PerLevel([value(junior)?, value(senior)?, value(expert)?]))
    }

    /// The values with their levels, from junior to expert.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Level, &T)> {
        Level::ALL.into_iter().zip(&self.0)
    }

    /// The values, mutable, with their levels.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (Level, &mut T)> {
        Level::ALL.into_iter().zip(&mut self.0)
    }

    /// The values without their levels, from junior to expert.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Converts every value.
    pub fn map<U>(self, convert: impl FnMut(T) -> U) -> PerLevel<U> {
        PerLevel(self.0.map(convert))
    }

    /// References to the values.
    pub fn each_ref(&self) -> PerLevel<&T> {
        PerLevel(self.0.each_ref())
    }

    /// The values as a list, from junior to expert.
    pub fn into_vec(self) -> Vec<T> {
        Vec::from(self.0)
    }
}

impl<T> Index<Level> for PerLevel<T> {
    type Output = T;

    fn index(&self, level: Level) -> &T {
        &self.0[level.index()]
    }
}

impl<T> IndexMut<Level> for PerLevel<T> {
    fn index_mut(&mut self, level: Level) -> &mut T {
        &mut self.0[level.index()]
    }
}

impl<T> IntoIterator for PerLevel<T> {
    type Item = (Level, T);
    type IntoIter = std::iter::Zip<std::array::IntoIter<Level, 3>, std::array::IntoIter<T, 3>>;

    fn into_iter(self) -> Self::IntoIter {
        Level::ALL.into_iter().zip(self.0)
    }
}
