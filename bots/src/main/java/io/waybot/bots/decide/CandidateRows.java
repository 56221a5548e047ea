package io.waybot.bots.decide;

import java.util.Arrays;

/** Candidates as columns of numbers: which customer, which journey's which treatment, what for. */
final class CandidateRows {
  private int[] journey = new int[1024];
  private int[] treatment = new int[1024];
  private int[] customer = new int[1024];
  private float[] score = new float[1024];
  private double[] value = new double[1024];
  private int size;

  int size() {
    return size;
  }

  int journey(int row) {
    return journey[row];
  }

  int treatment(int row) {
    return treatment[row];
  }

  int customer(int row) {
    return customer[row];
  }

  float score(int row) {
    return score[row];
  }

  double value(int row) {
    return value[row];
  }

  void add(int ofJourney, int chosen, int number, float scored, double yuan) {
    makeRoom(1);
    journey[size] = ofJourney;
    treatment[size] = chosen;
    customer[size] = number;
    score[size] = scored;
    value[size++] = yuan;
  }

  void addAll(CandidateRows others) {
    makeRoom(others.size);
    System.arraycopy(others.journey, 0, journey, size, others.size);
    System.arraycopy(others.treatment, 0, treatment, size, others.size);
    System.arraycopy(others.customer, 0, customer, size, others.size);
    System.arraycopy(others.score, 0, score, size, others.size);
    System.arraycopy(others.value, 0, value, size, others.size);
    size += others.size;
  }

  private void makeRoom(int more) {
    if (size + more > value.length) {
      int room = Math.max(size + more, 2 * value.length);
      journey = Arrays.copyOf(journey, room);
      treatment = Arrays.copyOf(treatment, room);
      customer = Arrays.copyOf(customer, room);
      score = Arrays.copyOf(score, room);
      value = Arrays.copyOf(value, room);
    }
  }
}
