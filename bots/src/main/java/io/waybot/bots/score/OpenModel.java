package io.waybot.bots.score;

import io.waybot.connectors.model.Feature;
import io.waybot.connectors.model.ModelClient;
import io.waybot.connectors.model.Scorer;
import java.util.List;

/** A version's model file with the coding of its columns; opens one scorer per thread. */
@SuppressWarnings("ArrayRecordComponent")
record OpenModel(ModelClient client, byte[] file, List<Feature> features) {
  Scorer scorer() {
    return client.open(file, features);
  }
}
