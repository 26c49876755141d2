/** What is said where a request about a class is refused. */
export const classRefusalsEn = {
  unknownClass: 'There is no such class of yours.',
  unknownLearner: 'Email: no learner here has the address {email}.',
  memberAlready: 'Email: {email} is in this class already.',
  setSkills: 'Skills: choose from one to {most} of those that can be practised.',
  setExercises: 'Exercises: give a whole number from 1 to {most}.',
  setSuccess: 'Wished share right: give a share from 30 % to 95 %.',
  setLearners: 'Learners: choose one at least, all of this class.',
  setDueOn: 'Due on: give a day that is not past.',
  setNote: 'Note: at most {most} characters.',
  setNoStock:
    'Skills: of “{skill}” no exercise is ready that {learner} has not had. New ones are made all the time: try again in a minute, or choose another skill.',
  unknownSet: 'This class has no such set, or it is cancelled already.',
  noMember: 'This learner is not in the class.',
};
