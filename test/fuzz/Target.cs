namespace Cybernetes.Fuzz;

/// <summary>One parser under test.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Seeds">Inputs that it accepts.</param>
/// <param name="Words">Pieces that its language is made of.</param>
/// <param name="Run">True when the input is accepted, false when it is refused as it should be; throws on anything else.</param>
internal sealed record Target(string Name, byte[][] Seeds, byte[][] Words, Func<byte[], bool> Run);
