namespace Cybernetes.Fuzz;

/// <summary>Makes new inputs of old ones.</summary>
internal sealed class Mutator(byte[][] seeds, byte[][] words, Random random)
{
    private const int MaxLength = 16 * 1024;
    private readonly List<byte[]> _corpus = [.. seeds];

    public byte[] Next()
    {
        var input = Pick(_corpus).ToList();
        for (var rounds = random.Next(1, 6); rounds > 0; rounds--)
        {
            Mutate(input);
        }

        return input.Count > MaxLength ? input.GetRange(0, MaxLength).ToArray() : input.ToArray();
    }

    /// <summary>Keeps an accepted input for further mutation, now and then.</summary>
    public void Learn(byte[] input)
    {
        if (random.Next(200) != 0)
        {
            return;
        }

        if (_corpus.Count < 2000)
        {
            _corpus.Add(input);
        }
        else
        {
            _corpus[random.Next(seeds.Length, _corpus.Count)] = input;
        }
    }

    private void Mutate(List<byte> input)
    {
        var at = random.Next(input.Count + 1);
        switch (random.Next(9))
        {
            case 0 when input.Count > 0:
                input[random.Next(input.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when input.Count > 0:
                input[random.Next(input.Count)] = (byte)random.Next(256);
                break;
            case 2:
                input.Insert(at, (byte)random.Next(256));
                break;
            case 3 when at < input.Count:
                input.RemoveRange(at, random.Next(1, Math.Min(16, input.Count - at) + 1));
                break;
            case 4 when at < input.Count:
                input.InsertRange(random.Next(input.Count), input.GetRange(at, random.Next(1, Math.Min(64, input.Count - at) + 1)));
                break;
            case 5 when words.Length > 0:
            case 6 when words.Length > 0:
                input.InsertRange(at, Pick(words));
                break;
            case 7:
                var other = Pick(_corpus);
                var cut = random.Next(other.Length + 1);
                input.RemoveRange(at, input.Count - at);
                input.AddRange(other.AsSpan(cut));
                break;
            default:
                var word = words.Length > 0 ? Pick(words) : [(byte)random.Next(256)];
                for (var i = random.Next(1, 200); i > 0 && input.Count < MaxLength; i--)
                {
                    input.InsertRange(at, word);
                }

                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
