namespace Cybernetes.Pki;

/// <summary>One PEM block: its label, decoded bytes and own text.</summary>
public sealed record PemBlock(string Label, byte[] Bytes, string Pem);
