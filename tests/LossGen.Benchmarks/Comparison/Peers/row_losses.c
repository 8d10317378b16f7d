/* Softmax cross-entropy with labels that LossGen is compared with: mean loss and its gradient in one call.
 *
 * A maximum, exponentials and their sum, then the gradient. As in element_losses.c, every mathematical function is called so that
 * g++ replaces it by libmvec's vector form, and a row is summed in float, rows in double.
 *
 *   fused       row by row: right for long rows;
 *   split       exponentials in one loop over a block of rows, which is no tail's loop where rows are short;
 *   transposed  blocks of rows of at most SHORT columns, with samples where columns were, so that every loop runs over samples.
 */
#include <math.h>
#include <stddef.h>

enum { BLOCK = 4096, LANES = 64, SHORT = 64 };

/* The blocks of a batch, shared among threads. */
#define BATCH(name, ROWS)                                                                                                      \
    double name(const float* scores, const int* labels, float* gradient, ptrdiff_t samples, ptrdiff_t columns, int threads)    \
    {                                                                                                                          \
        const float scale = 1.0f / (float)samples;                                                                             \
        const ptrdiff_t rows = (ROWS);                                                                                         \
        double total = 0;                                                                                                      \
        _Pragma("omp parallel for num_threads(threads) reduction(+ : total) schedule(static) if (threads > 1)")                \
        for (ptrdiff_t first = 0; first < samples; first += rows)                                                              \
        {                                                                                                                      \
            const ptrdiff_t rest = samples - first;                                                                            \
            total += name##_block(scores + first * columns, labels + first, gradient + first * columns,                        \
                                  rest < rows ? rest : rows, columns, scale);                                                  \
        }                                                                                                                      \
        return total / (double)samples;                                                                                        \
    }

#define BLOCK_FUNCTION(name)                                                                                                   \
    static double name##_block(const float* restrict scores, const int* restrict labels, float* restrict gradient,             \
                               ptrdiff_t rows, ptrdiff_t columns, float scale)

static float largest_of(const float* scores, ptrdiff_t columns)
{
    float largest = scores[0];
    for (ptrdiff_t i = 1; i < columns; i++)
        largest = fmaxf(largest, scores[i]);
    return largest;
}

BLOCK_FUNCTION(softmax_cross_entropy_fused)
{
    double total = 0;
    for (ptrdiff_t row = 0; row < rows; row++, scores += columns, gradient += columns)
    {
        const float largest = largest_of(scores, columns);
        float sum = 0;
        for (ptrdiff_t i = 0; i < columns; i++)
            sum += gradient[i] = expf(scores[i] - largest);
        const float factor = scale / sum;
        for (ptrdiff_t i = 0; i < columns; i++)
            gradient[i] *= factor;
        gradient[labels[row]] -= scale;
        total += logf(sum) + largest - scores[labels[row]];
    }
    return total;
}
BATCH(softmax_cross_entropy_fused, 1)

BLOCK_FUNCTION(softmax_cross_entropy_split)
{
    float largest[BLOCK];
    for (ptrdiff_t row = 0; row < rows; row++)
    {
        largest[row] = largest_of(scores + row * columns, columns);
        for (ptrdiff_t i = 0; i < columns; i++)
            gradient[row * columns + i] = scores[row * columns + i] - largest[row];
    }
    for (ptrdiff_t i = 0; i < rows * columns; i++)
        gradient[i] = expf(gradient[i]);
    double total = 0;
    for (ptrdiff_t row = 0; row < rows; row++, scores += columns, gradient += columns)
    {
        float sum = 0;
        for (ptrdiff_t i = 0; i < columns; i++)
            sum += gradient[i];
        const float factor = scale / sum;
        for (ptrdiff_t i = 0; i < columns; i++)
            gradient[i] *= factor;
        gradient[labels[row]] -= scale;
        total += logf(sum) + largest[row] - scores[labels[row]];
    }
    return total;
}
BATCH(softmax_cross_entropy_split, columns < BLOCK ? BLOCK / columns : 1)

BLOCK_FUNCTION(softmax_cross_entropy_transposed)
{
    float turned[SHORT][LANES] __attribute__((aligned(64)));
    float largest[LANES] __attribute__((aligned(64)));
    float sum[LANES] __attribute__((aligned(64)));
    for (ptrdiff_t row = 0; row < rows; row++)
        for (ptrdiff_t i = 0; i < columns; i++)
            turned[i][row] = scores[row * columns + i];
    for (ptrdiff_t row = rows; row < LANES; row++)
        for (ptrdiff_t i = 0; i < columns; i++)
            turned[i][row] = 0;
    for (ptrdiff_t row = 0; row < LANES; row++)
        largest[row] = turned[0][row], sum[row] = 0;
    for (ptrdiff_t i = 1; i < columns; i++)
        for (ptrdiff_t row = 0; row < LANES; row++)
            largest[row] = fmaxf(largest[row], turned[i][row]);
    for (ptrdiff_t i = 0; i < columns; i++)
        for (ptrdiff_t row = 0; row < LANES; row++)
            sum[row] += turned[i][row] = expf(turned[i][row] - largest[row]);
    double total = 0;
    for (ptrdiff_t row = 0; row < rows; row++)
        total += logf(sum[row]) + largest[row] - scores[row * columns + labels[row]];
    for (ptrdiff_t row = 0; row < LANES; row++)
        sum[row] = scale / sum[row];
    for (ptrdiff_t row = 0; row < rows; row++, gradient += columns)
    {
        for (ptrdiff_t i = 0; i < columns; i++)
            gradient[i] = turned[i][row] * sum[row];
        gradient[labels[row]] -= scale;
    }
    return total;
}
BATCH(softmax_cross_entropy_transposed, LANES)
