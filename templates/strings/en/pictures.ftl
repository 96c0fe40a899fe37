## Words in pictures
